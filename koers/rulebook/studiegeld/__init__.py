"""Studiegeld: the tuition fee of Flemish universities and university colleges."""
