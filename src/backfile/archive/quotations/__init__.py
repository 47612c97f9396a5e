"""Who said what, over all stories: quotations, speakers, utterances."""
