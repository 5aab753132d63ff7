using System.Buffers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Carries file content from its stream to the message, a buffer of whole base64 lines at a time.</summary>
internal sealed class PieceEncoder : IDisposable
{
    private readonly byte[] _content = ArrayPool<byte>.Shared.Rent(Base64Writer.PieceOctets);
    private readonly byte[] _lines = ArrayPool<byte>.Shared.Rent(Base64Writer.RoomFor(Base64Writer.PieceOctets));
    private int _count;

    public Memory<byte> Room => _content.AsMemory(0, Base64Writer.PieceOctets);

    /// <summary>Whether the stream gave less than there was room for: it is at its end.</summary>
    public bool Ended => _count < Base64Writer.PieceOctets;

    public void Filled(int count) => _count = count;

    public ReadOnlyMemory<byte> Encode(bool base64) => base64
        ? _lines.AsMemory(0, Base64Writer.Encode(_content.AsSpan(0, _count), _lines))
        : _content.AsMemory(0, _count);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_content);
        ArrayPool<byte>.Shared.Return(_lines);
    }
}
