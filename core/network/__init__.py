"""The networks: the paper's RPCM and our compact one, both behind :mod:`core.network.interface`."""
