"""What the outside tests stand on: sites written inline, the program, its server, and ways to look at what comes out."""
