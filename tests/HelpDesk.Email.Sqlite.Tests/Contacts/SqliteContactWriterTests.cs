using HelpDesk.Email.Contacts;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Tests.Contacts;

namespace HelpDesk.Email.Sqlite.Tests.Contacts;

public sealed class SqliteContactWriterTests : ContactWriterCases, IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Written by one process and read by another.
    protected override (IContactDirectory Directory, IContactWriter Writer) Open() => (_folder.Open().Contacts, _folder.Open().Contacts);
}
