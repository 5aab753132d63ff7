namespace HelpDesk.Email.Protocols.Pickup;

/// <summary>A mail that is written under a name which nobody reads, and has its own name from the moment it is whole. For one writer.</summary>
internal sealed class PickupFile : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _name;
    private readonly string _unfinished;
    private readonly FileStream _file;
    private bool _isComplete;

    private PickupFile(string folder, string name, string unfinished, FileStream file) =>
        (_folder, _name, _unfinished, _file) = (folder, name, unfinished, file);

    /// <summary>Begins one; the folder is made where it does not exist.</summary>
    public static PickupFile Create(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}.tmp");
        return new PickupFile(folder, name, unfinished, new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 65_536, useAsync: true));
    }

    /// <summary>Writes some octets.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken) => _file.WriteAsync(octets, cancellationToken);

    /// <summary>Gives the mail its name, once its octets are on the disk.</summary>
    public async ValueTask CompleteAsync()
    {
        await using (_file.ConfigureAwait(false))
        {
            _file.Flush(flushToDisk: true);
        }

        File.Move(_unfinished, Path.Combine(_folder, _name), overwrite: true);
        _isComplete = true;
        FolderFlush.Flush(_folder);
    }

    /// <summary>Takes back what is not complete.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        if (!_isComplete)
        {
            File.Delete(_unfinished);
        }
    }
}
