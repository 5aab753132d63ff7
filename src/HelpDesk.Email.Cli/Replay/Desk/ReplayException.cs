namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>A step of a scenario can't be done; the others can.</summary>
internal sealed class ReplayException(string message, Exception? innerException = null) : Exception(message, innerException);
