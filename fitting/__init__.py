"""Makes the numbers that marking ships: the encoder's graph and last layers, and the trees. The product runs none."""
