"""The command line: what there is to say, and the exit codes.

0 all well; 1 something could not be published or judged clean; 2 wrong use or settings.
"""

import argparse
import signal
from collections.abc import Callable, Sequence
from functools import partial

from pipeline.cli import terminal
from pipeline.cli.arguments import parser
from pipeline.cli.messages import tell_error
from pipeline.cli.terminal import EnoughError, warn
from pipeline.errors import AllwaysError, FaultError, SettingsError, fault, memory_full


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    terminal.prepare()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # each ends a run in order
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    try:
        options = parser().parse_args(arguments)
        code = exit_code(partial(_run, options))
    finally:
        taken = terminal.finish()
    return code if taken else 1


def _run(options: argparse.Namespace) -> int:
    from pipeline.cli import commands  # noqa: PLC0415 (0.1 s, for which `--help` has no need)

    command: Callable[[argparse.Namespace], int] = getattr(commands, options.command)
    return command(options)


def exit_code(command: Callable[[], int]) -> int:
    """Run a command: print any error, and keep the traceback of an unexpected one in a log."""
    try:
        return command()
    except AllwaysError as error:
        tell_error(error)
        return 2 if isinstance(error, SettingsError) else 1
    except KeyboardInterrupt:
        warn("\nStopped. What was finished is kept; run again to go on.")
        return 1
    except EnoughError:
        return 1
    except MemoryError:
        tell_error(memory_full(""))
        return 1
    except Exception as error:  # noqa: BLE001 (the outermost line: nothing ends in a traceback)
        tell_error(_own_fault(error))
        return 1


def _own_fault(error: Exception) -> FaultError:
    found = fault(error, str(getattr(error, "filename", None) or ""))
    found.remedy = "Nothing more was done. Please report it."
    return found
