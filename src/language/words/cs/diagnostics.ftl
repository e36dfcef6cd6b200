### Slova diagnostik: `P0101 = …` je zpráva, `.hint` rada.
