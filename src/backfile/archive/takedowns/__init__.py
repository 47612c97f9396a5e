"""What archivists take down or set right: notes, stories out of lists, words replaced, stories forgotten, stories left out."""
