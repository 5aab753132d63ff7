namespace HelpDesk.Email.Inbound;

/// <summary>One header field of a mail.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Value">Its value, unfolded and decoded, without control characters.</param>
public sealed record InboundHeader(string Name, string Value);
