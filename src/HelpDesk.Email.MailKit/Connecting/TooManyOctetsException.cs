namespace HelpDesk.Email.MailKit.Connecting;

/// <summary>Ends the reading of a mail within the library: it is longer than anybody wants.</summary>
/// <param name="octets">How many octets it has, or had until then.</param>
internal sealed class TooManyOctetsException(long octets) : Exception($"A mail of {octets} octets is longer than the limit.");
