using System.Text;

namespace HelpDesk.Email.Cli.Output;

/// <summary>What the tool reads from and writes to.</summary>
/// <param name="In">What is given to it.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Everything else.</param>
/// <param name="IsTerminal">Whether a person reads <paramref name="Out"/> on a screen.</param>
internal sealed record ToolConsole(TextReader In, TextWriter Out, TextWriter Error, bool IsTerminal) : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The streams of this process, in UTF-8 whatever its environment says.</summary>
    public static ToolConsole OfProcess() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8),
        new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 65_536) { NewLine = "\n" },
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        !Console.IsOutputRedirected);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Out.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Who read the results has gone away, and there is nobody left to tell.
        }

        await Error.DisposeAsync().ConfigureAwait(false);
        In.Dispose();
    }
}
