"""Which paid leave applies, by the region of the workplace: rule, parameters, texts and cases."""
