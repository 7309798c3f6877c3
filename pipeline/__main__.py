"""`python -m pipeline` is `allways`."""

import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Until all is loaded there is nothing to end in order: Ctrl-C just ends it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from pipeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
