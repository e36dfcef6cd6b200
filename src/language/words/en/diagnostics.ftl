### The words of diagnostics: `P0101 = …` is the message, `.hint` what to do next.
