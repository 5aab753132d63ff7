using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>What a server says and what a client must say, written as the protocol reads.</summary>
/// <remarks>
/// <code>
/// S: * OK ready                     the server says a line
/// C: {tag} CAPABILITY               the client must say it; {tag} stands for a word, which is kept
/// S: * CAPABILITY IMAP4rev1
/// S: {tag} OK done                  ... and said here
/// C: {tag} AUTHENTICATE *           a star at the end stands for anything
/// C: {base64 \0ann\0secret}         the Base64 of a text with escapes
/// S~ * 1 FETCH (BODY[] {3}\r\nab    octets with escapes (\r \n \t \0 \xHH \\), and no line end
/// S-many: 1000 x                    the same octets again and again
/// S-mail: first                     octets that the test gave a name
/// C~ ann\0                          the octets that the client must send
/// tls                               the server shakes hands
/// wait letter                       until the test says Open("letter")
/// silence | close | reset           the server is silent until the client goes, closes, cuts
/// ---                               what follows is the next connection
/// # words                           a remark
/// </code>
/// </remarks>
internal sealed partial class Transcript
{
    private Transcript(IReadOnlyList<IReadOnlyList<TranscriptStep>> connections) => Connections = connections;

    /// <summary>The steps of each connection.</summary>
    public IReadOnlyList<IReadOnlyList<TranscriptStep>> Connections { get; }

    public static Transcript Parse(string text)
    {
        var connections = new List<IReadOnlyList<TranscriptStep>>();
        var steps = new List<TranscriptStep>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("---", StringComparison.Ordinal))
            {
                connections.Add(steps);
                steps = [];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                steps.Add(Step(line, number));
            }
        }

        connections.Add(steps);
        return new Transcript(connections);
    }

    /// <summary>Octets of a text with escapes.</summary>
    public static byte[] Octets(string text) => [.. Escapes().Split(text).SelectMany((piece, i) => i % 2 == 0 ? Encoding.UTF8.GetBytes(piece) : [Escaped(piece)])];

    private static TranscriptStep Step(string line, int number)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var mark = space < 0 ? line : line[..space];
        var words = space < 0 ? string.Empty : line[(space + 1)..];
        var kind = mark switch
        {
            "S:" => TranscriptStepKind.ServerLine,
            "S~" => TranscriptStepKind.ServerOctets,
            "S-many:" => TranscriptStepKind.ServerMany,
            "S-mail:" => TranscriptStepKind.ServerMail,
            "C:" => TranscriptStepKind.ClientLine,
            "C~" => TranscriptStepKind.ClientOctets,
            "tls" => TranscriptStepKind.Tls,
            "wait" => TranscriptStepKind.Wait,
            "silence" => TranscriptStepKind.Silence,
            "close" => TranscriptStepKind.Close,
            "reset" => TranscriptStepKind.Reset,
            _ => throw new ArgumentException($"Line {number} of the transcript begins with no known mark: {line}"),
        };
        return new(kind, words, number);
    }

    private static byte Escaped(string piece) => piece[0] switch
    {
        'r' => (byte)'\r',
        'n' => (byte)'\n',
        't' => (byte)'\t',
        '0' => 0,
        'x' => Convert.ToByte(piece[1..], 16),
        var other => (byte)other,
    };

    [GeneratedRegex(@"\\(x[0-9A-Fa-f]{2}|.)")]
    private static partial Regex Escapes();
}
