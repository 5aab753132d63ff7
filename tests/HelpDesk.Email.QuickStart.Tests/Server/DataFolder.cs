namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>A folder for the data of one test; gone with it.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("quickstart-").FullName;

    public string Database => System.IO.Path.Combine(Path, "helpdesk.db");

    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    /// <summary>The mails that went out, the oldest first.</summary>
    public IReadOnlyList<string> OutgoingMails() =>
        Directory.Exists(Outbox) ? [.. Directory.EnumerateFiles(Outbox, "*.eml").Order(StringComparer.Ordinal)] : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
