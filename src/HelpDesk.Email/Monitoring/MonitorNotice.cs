namespace HelpDesk.Email.Monitoring;

/// <summary>What the monitor has to say.</summary>
/// <param name="Subject">The subject of the ticket.</param>
/// <param name="Text">Its text.</param>
internal sealed record MonitorNotice(string Subject, string Text);
