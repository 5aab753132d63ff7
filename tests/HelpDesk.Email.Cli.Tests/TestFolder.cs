using System.Text;

namespace HelpDesk.Email.Cli.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("helpdesk-email-cli-").FullName;

    /// <summary>Writes a mail; line ends become CR LF.</summary>
    public string Mail(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, ReadOnlySpan<byte> octets)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, octets);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
