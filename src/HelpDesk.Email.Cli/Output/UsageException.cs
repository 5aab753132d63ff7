namespace HelpDesk.Email.Cli.Output;

/// <summary>The person asked for something that can't be done so; the message names the fix.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
