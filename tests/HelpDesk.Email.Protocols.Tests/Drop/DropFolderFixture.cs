using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Drop;
using HelpDesk.Email.Testing.Conformance.Mailboxes;

namespace HelpDesk.Email.Protocols.Tests.Drop;

/// <summary>A drop folder for the conformance suite.</summary>
internal sealed class DropFolderFixture : MailboxSourceFixture
{
    private readonly Folder _folder = new();
    private readonly ManualTime _time = new();
    private int _files;

    public override IReadOnlyList<AfterProcessing> Actions => [AfterProcessing.Move, AfterProcessing.MarkRead, AfterProcessing.Delete];

    public override bool CanSkip => false;

    public override IMailboxSource Open(AfterProcessing action) =>
        new DropFolderSourceFactory(_time, new RecordingLogger<DropFolderSource>()).Create("support", new MailboxOptions { Kind = "DropFolder", Folder = _folder.Path, AfterProcessing = action });

    public override async ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var path = _folder[string.Create(CultureInfo.InvariantCulture, $"{++_files:D4}.eml")];
        await File.WriteAllBytesAsync(path, octets, cancellationToken);
        File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime.AddSeconds(_files - 1000));
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. Files.Select(file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file)))]);

    public override ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        File.Delete(Files.First(file => octets.Span.SequenceEqual(File.ReadAllBytes(file))));
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }

    private string[] Files => Directory.GetFiles(_folder.Path, "*.eml");
}
