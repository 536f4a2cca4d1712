"""Chèque-formation of Wallonia: rule, parameters, texts and cases."""
