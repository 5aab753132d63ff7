namespace HelpDesk.Email.AutoClose;

/// <summary>A ticket that is to be closed, as it stands in the journal.</summary>
/// <param name="Ticket">Its number.</param>
/// <param name="Version">The version that it must still have.</param>
/// <param name="SilentSince">When the last message was written.</param>
internal sealed record AutoCloseRequest(string Ticket, string Version, DateTimeOffset SilentSince);
