namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>A temporary folder that the servers' own users can read, and write where they have to.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode Everybody = Readable | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public ServerFolder()
    {
        Path = Directory.CreateTempSubdirectory("hde-").FullName;
        Set(Path, Readable);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Makes a folder; its parents too.</summary>
    public string Make(string name, bool isForEverybody = false)
    {
        var path = this[name];
        Directory.CreateDirectory(path);
        Set(path, isForEverybody ? Everybody : Readable);
        return path;
    }

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        var path = this[name];
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // The mask of the process would take rights away that the servers' users need.
    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
