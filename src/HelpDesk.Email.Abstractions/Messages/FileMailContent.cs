namespace HelpDesk.Email.Messages;

internal sealed class FileMailContent : MailContent
{
    private readonly string _path;
    private readonly bool _deleteOnDispose;

    public FileMailContent(string path, bool deleteOnDispose, string? hash = null)
    {
        _path = path;
        _deleteOnDispose = deleteOnDispose;
        Length = new FileInfo(path).Length;
        if (hash is not null)
        {
            SetHash(hash);
        }
    }

    public override long Length { get; }

    // Share.Delete: a spool file may be removed while somebody still reads it.
    public override Stream OpenRead() =>
        new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 65_536);

    protected override void Dispose(bool disposing)
    {
        if (_deleteOnDispose)
        {
            File.Delete(_path);
        }

        base.Dispose(disposing);
    }
}
