"""Which paid leave applies, by the region of the workplace, and the wage cap of that leave."""
