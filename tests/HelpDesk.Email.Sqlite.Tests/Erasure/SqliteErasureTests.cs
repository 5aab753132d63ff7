using System.Text;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tests.Erasure;

namespace HelpDesk.Email.Sqlite.Tests.Erasure;

public sealed class SqliteErasureTests : ErasureCases, IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override void UseStores(IHelpDeskEmailBuilder builder) => builder.UseSqlite(_folder.Options.ConnectionString);

    // The file, its log and whatever else lies beside them, octet by octet: free pages and old frames too.
    protected override async Task<string> DumpAsync(HelpDeskHarness desk)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.GetFiles(_folder.Folder).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await using (file.ConfigureAwait(false))
            {
                using var reader = new StreamReader(file, Encoding.Latin1);
                text.Append(await reader.ReadToEndAsync(Token));
            }
        }

        return text.ToString();
    }
}
