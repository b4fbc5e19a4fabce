"""The desktop application of RPCM Annotator."""
