using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class SpoiledNode(string name, Func<ValueTask> leaveAsync) : IMailStoreNode
{
    public string Name => name;

    public ValueTask DisposeAsync() => leaveAsync();
}
