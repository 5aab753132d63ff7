namespace HelpDesk.Email.Protocols.Wire;

/// <summary>A line of a protocol.</summary>
/// <param name="Status">What the wait for it gave.</param>
/// <param name="Text">The line without its end; empty unless it is complete.</param>
internal readonly record struct Line(LineStatus Status, string Text);
