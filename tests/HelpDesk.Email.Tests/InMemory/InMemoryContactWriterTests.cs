using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Tests.Contacts;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryContactWriterTests : ContactWriterCases
{
    protected override (IContactDirectory Directory, IContactWriter Writer) Open()
    {
        var directory = new InMemoryContactDirectory();
        return (directory, directory);
    }
}
