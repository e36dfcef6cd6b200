### Slova příkazové řádky: nápověda, postup a výsledek sestavení, otázky. Slova diagnostik jsou v diagnostics.ftl.
