using System.Buffers.Binary;

namespace HelpDesk.Email.PostgreSql.Tests.Proxies;

/// <summary>Follows the conversation on one connection: a turn begins with the first message after all that was asked before is answered. Safe on any thread.</summary>
/// <remarks>
/// By the messages and not by the pieces in which they come: of many statements sent at once the server answers the first ones while
/// the last ones are still on their way.
/// </remarks>
internal sealed class Turns
{
    private const int RequestForEncryption = 8;

    private readonly Lock _gate = new();
    private readonly MessageFrames _asked = new();
    private readonly MessageFrames _answered = new();
    private bool _isStarted;
    private bool _isAsking;
    private int _unanswered;

    /// <summary>Reads what the client sent.</summary>
    /// <returns>How many turns began with it.</returns>
    public int Ask(ReadOnlySpan<byte> piece)
    {
        lock (_gate)
        {
            if (!_isStarted)
            {
                // The first message has no type. Before it a client may ask for encryption, in one of eight octets, which is refused in one.
                _isStarted = piece.Length >= sizeof(int) && BinaryPrimitives.ReadInt32BigEndian(piece) != RequestForEncryption;
                _unanswered = _isStarted ? 1 : 0;
                return 1;
            }

            var begun = 0;
            _asked.Read(piece, type =>
            {
                begun += _unanswered == 0 && !_isAsking && type != 'X' ? 1 : 0;

                // Query and Sync are answered with ReadyForQuery; a password is part of the start; nothing answers Terminate.
                _isAsking = type is not ('Q' or 'S' or 'p' or 'X');
                _unanswered += type is 'Q' or 'S' ? 1 : 0;
            });
            return begun;
        }
    }

    /// <summary>Reads what the server sent.</summary>
    /// <returns>Whether all that was asked is answered with it.</returns>
    public bool Answer(ReadOnlySpan<byte> piece)
    {
        lock (_gate)
        {
            if (_isStarted)
            {
                _answered.Read(piece, type => _unanswered -= type == 'Z' ? 1 : 0);
            }

            return _isStarted && _unanswered == 0;
        }
    }
}
