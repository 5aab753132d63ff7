namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>A folder for one measurement.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-email-benchmark-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
