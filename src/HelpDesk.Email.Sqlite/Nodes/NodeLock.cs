using System.Globalization;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Sqlite.Nodes;

/// <summary>A name that no other living process has: a file beside the database that is held open for this process alone.</summary>
/// <remarks>The operating system lets go of it when the process ends, however that comes about. The files stay: to remove one would open a gap.</remarks>
internal sealed class NodeLock : IDisposable
{
    private const int MaxNames = 1000;

    private readonly FileStream _file;

    private NodeLock(string name, FileStream file)
    {
        Name = name;
        _file = file;
    }

    public string Name { get; }

    /// <summary>Takes the wished name, or that with the first number that is free.</summary>
    /// <exception cref="StoreUnavailableException">The folder of the database can't be written.</exception>
    public static NodeLock Take(string databasePath, string wishedName)
    {
        for (var i = 1; ; i++)
        {
            var name = i == 1 ? wishedName : string.Create(CultureInfo.InvariantCulture, $"{wishedName}-{i}");
            var path = $"{databasePath}-node-{Uri.EscapeDataString(name)}.lock";
            try
            {
                return new NodeLock(name, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (i < MaxNames && File.Exists(path))
            {
                // A living process has this name.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StoreUnavailableException($"The file '{path}', which guards the name of this process, can't be opened.", e);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
