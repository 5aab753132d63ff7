namespace HelpDesk.Email.QuickStart.Tests.Pages;

/// <summary>A ticket as <c>/api/tickets</c> tells it.</summary>
internal sealed record TicketView(string Number, string Subject, string Status, string Requester, IReadOnlyList<EntryView> Entries);

/// <summary>An entry of it.</summary>
internal sealed record EntryView(string Author, string Text, IReadOnlyList<FileView> Attachments);

/// <summary>A file of an entry.</summary>
internal sealed record FileView(string FileName, long Size);
