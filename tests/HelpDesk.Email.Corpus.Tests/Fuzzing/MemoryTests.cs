using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>
/// Understanding a mail stays under three times its size and 64 MB: shown in a process whose heap may not grow beyond that, and
/// which therefore dies of a mail that needs more. The process, the mail itself and what the test keeps count against it too.
/// </summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const string Size = "HELPDESK_EMAIL_HOSTILE_SIZE";
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(Megabyte)]
    public async Task Hostile_mails_stay_within_their_memory(int size)
    {
        var limit = (3L * size) + (64 * Megabyte);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [typeof(MemoryTests).Assembly.Location, "-showliveoutput", "-method", $"{typeof(MemoryTests).FullName}.{nameof(Every_hostile_mail_is_understood)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";

        // A collection beside the program comes late on a busy machine, and what it would have freed counts against the limit.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment[Size] = size.ToString(CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(10));
        using var ending = patience.Token.Register(child.Kill);
        var errors = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = await child.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await child.WaitForExitAsync(CancellationToken.None);
        output.WriteLine($"memory: hostile mails of {size / Megabyte} MB in a heap of {limit / Megabyte} MB end with {child.ExitCode}");
        Assert.True(child.ExitCode == 0, said + await errors);
    }

    // In the process of the test above with larger mails and a limit; in this one without.
    [Fact]
    public async Task Every_hostile_mail_is_understood()
    {
        var size = int.Parse(Environment.GetEnvironmentVariable(Size) ?? "65536", CultureInfo.InvariantCulture);
        var seeds = FuzzSeeds.Read();
        var mails = HostileMails.All(size).Select(mail => new FuzzCase(0, mail.Name, mail.Octets)).Concat(Enumerable.Range(0, 500).Select(number => FuzzCase.Make(number, seeds)));
        var understanding = new Understanding();
        var tooMuch = new List<string>();
        foreach (var item in mails)
        {
            // Each mail begins on a heap without what the one before it left behind, holes among large objects included.
            Tidy(size);
            try
            {
                await understanding.CheckAsync(item, TestContext.Current.CancellationToken);
            }
            catch (OutOfMemoryException)
            {
                tooMuch.Add(item.ToString());
            }
        }

        Assert.True(tooMuch.Count == 0, "These need more:\n" + string.Join('\n', tooMuch));
    }

    private static void Tidy(int size)
    {
        if (size >= Megabyte)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect();
        }
    }
}
