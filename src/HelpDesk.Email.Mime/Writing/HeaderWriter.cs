using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes header fields word by word and folds them at 78 characters (RFC 5322 section 2.1.1).</summary>
internal sealed class HeaderWriter
{
    public const int Width = 78;
    private readonly ArrayBufferWriter<byte> _octets = new(1024);
    private bool _first;

    /// <summary>How many characters stand in the line.</summary>
    public int Column { get; private set; }

    public byte[] ToArray() => _octets.WrittenSpan.ToArray();

    public void Begin(string name)
    {
        Put(name);
        Put(":");
        _first = true;
    }

    /// <summary>Writes a word with a space before it, on a new line where it does not fit.</summary>
    public void Word(string word)
    {
        // The first word stays beside the name: some relays take an empty first line for an empty field.
        if (!_first && Column + 1 + word.Length > Width)
        {
            Put("\r\n");
            Column = 0;
        }

        Put(" ");
        Put(word);
        _first = false;
    }

    public void End()
    {
        Put("\r\n");
        Column = 0;
    }

    public void Field(string name, string value)
    {
        Begin(name);
        Word(value);
        End();
    }

    private void Put(string text)
    {
        Encoding.UTF8.GetBytes(text, _octets);
        Column += text.Length;
    }
}
