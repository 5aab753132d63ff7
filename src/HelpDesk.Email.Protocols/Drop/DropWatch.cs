namespace HelpDesk.Email.Protocols.Drop;

/// <summary>Looks at a folder and remembers, for each file, since when it has been as it is and what became of it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock.</param>
internal sealed class DropWatch(string folder, TimeProvider time)
{
    /// <summary>For how long a file must have been left alone before it counts as written to its end.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private static readonly EnumerationOptions Mails = new()
    {
        MatchCasing = MatchCasing.CaseInsensitive,
        IgnoreInaccessible = false,

        // A link may point to any file of the machine; names with a dot before them are how Unix programs hide unfinished files.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System | FileAttributes.Directory,
    };

    private Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The files that are written to their end, the oldest first.</summary>
    /// <exception cref="IOException">The folder can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read the folder.</exception>
    public IReadOnlyList<Entry> Look()
    {
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var info in new DirectoryInfo(folder).EnumerateFiles("*.eml", Mails))
        {
            if (TryLook(info, out var file))
            {
                found[file.Name] = _entries.TryGetValue(file.Name, out var known) && known.File == file ? known : new Entry(file, time.GetTimestamp());
            }
        }

        _entries = found;
        return [.. found.Values.Where(IsSettled).OrderBy(entry => entry.File)];
    }

    /// <summary>What is remembered of a file; <see langword="null"/> when it is not there as it was.</summary>
    public Entry? Find(DropFile file) => _entries.TryGetValue(file.Name, out var entry) && entry.File == file ? entry : null;

    /// <summary>Forgets what became of a file.</summary>
    public void Forget(DropFile file) => _entries.Remove(file.Name);

    private static bool TryLook(FileInfo info, out DropFile file)
    {
        try
        {
            file = DropFile.Of(info);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Taken away between the list and the look.
            file = default;
            return false;
        }
    }

    // The second rule is for files that come with a time of their own, and for clocks that differ.
    private bool IsSettled(Entry entry) =>
        time.GetUtcNow().UtcTicks - entry.File.LastWrite >= Settling.Ticks || time.GetElapsedTime(entry.Since) >= Settling;

    /// <summary>A file as it is, and what became of it.</summary>
    /// <param name="file">Its facts.</param>
    /// <param name="since">Since when it has been as it is, as far as we saw.</param>
    internal sealed class Entry(DropFile file, long since)
    {
        public DropFile File { get; } = file;

        public long Since { get; } = since;

        /// <summary>The number under which its mail was last handed over; 0 when it never was.</summary>
        public long HandedOverAs { get; set; }

        /// <summary>Whether the log says that it is passed over.</summary>
        public bool IsReported { get; set; }

        /// <summary>Whether its row is committed.</summary>
        public bool IsAcknowledged { get; set; }
    }
}
