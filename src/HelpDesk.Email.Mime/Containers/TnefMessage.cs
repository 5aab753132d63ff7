using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>What a TNEF file (winmail.dat, MS-OXTNEF) holds: the body of the message in its forms, and the files.</summary>
internal sealed class TnefMessage
{
    private const uint FileStart = 0x00069002;
    private const uint FileTitle = 0x00018010;
    private const uint FileContent = 0x0006800f;
    private const uint FileProperties = 0x00069005;
    private const uint MessageProperties = 0x00069003;
    private const uint CodePage = 0x00069007;
    private const uint Body = 0x0002800c;
    private string? _charset;

    public List<TnefFile> Files { get; } = [];

    public string? Text { get; private set; }

    public string? Html { get; private set; }

    /// <summary>Reads as much as can be read.</summary>
    /// <returns>The content, or null where the octets are no TNEF file.</returns>
    public static TnefMessage? Read(ReadOnlyMemory<byte> octets, int mostFiles, int mostText)
    {
        var cursor = new TnefCursor(octets);
        if (!cursor.UInt32(out var signature) || signature != 0x223e9f78 || !cursor.UInt16(out _))
            return null;
        var message = new TnefMessage();
        while (cursor.Byte(out _) && cursor.UInt32(out var id) && cursor.UInt32(out var length) && cursor.Take(length, out var data))
        {
            message.Take(id, data, mostFiles, mostText);
            // A checksum follows; a wrong one makes the data no less worth reading.
            if (!cursor.UInt16(out _))
                break;
        }

        return message;
    }

    private void Take(uint id, ReadOnlyMemory<byte> data, int mostFiles, int mostText)
    {
        switch (id)
        {
            case CodePage when data.Length >= 4:
                _charset = Charset(BinaryPrimitives.ReadUInt32LittleEndian(data.Span));
                break;
            case Body:
                Text ??= TnefText.Decode(data.Span, _charset);
                break;
            case MessageProperties:
                TakeBody(TnefProperty.ReadList(data), mostText);
                break;
            case FileStart when Files.Count < mostFiles:
                Files.Add(new TnefFile());
                break;
            case FileTitle when Files.Count > 0:
                Files[^1].SetTitle(TnefText.Decode(data.Span, _charset));
                break;
            case FileContent when Files.Count > 0:
                Files[^1].Content = data;
                break;
            case FileProperties when Files.Count > 0:
                Files[^1].Take(TnefProperty.ReadList(data), _charset);
                break;
        }
    }

    private void TakeBody(List<TnefProperty> properties, int mostText)
    {
        foreach (var property in properties)
        {
            if (property.Id == 0x1000)
            {
                Text ??= property.Text(_charset);
            }
            else if (property.Id == 0x1013)
            {
                Html ??= property.Type == TnefProperty.Binary ? TnefText.Decode(property.Value.Span, _charset) : property.Text(_charset);
            }
            else if (property.Id == 0x1009 && CompressedRtf.Expand(property.Value.Span, mostText) is { } rtf)
            {
                var document = RtfText.Read(rtf);
                if (document.IsHtml)
                    Html ??= document.Text;
                else
                    Text ??= document.Text;
            }
        }
    }

    private static string? Charset(uint page) => page switch
    {
        65001 => "utf-8",
        0 => null,
        _ => string.Create(CultureInfo.InvariantCulture, $"windows-{page}"),
    };
}
