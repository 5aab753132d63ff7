using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>A piece of work with a result.</summary>
/// <param name="work">The work.</param>
/// <param name="followers">How many pieces most likely follow such a result soon.</param>
internal sealed class PieceOf<T>(Func<Connection, T> work, Func<T, int> followers) : Piece
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Ended = 2;

    // A caller that goes on at once would go on inside the writer.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private int _state;
    private T? _result;
    private Exception? _failure;

    public Task<T> Task => _completion.Task;

    public override int Followers => _failure is null ? followers(_result!) : 1;

    /// <summary>Lets the caller end the waiting. Once the writer has the piece, it is written whatever becomes of the caller.</summary>
    public void EndOn(CancellationToken cancellationToken)
    {
        _token = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static piece => ((PieceOf<T>)piece!).End(), this);
    }

    public override bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    public override void Execute(Connection connection) => _result = work(connection);

    public override void Fail(Exception reason) => _failure ??= reason;

    public override void Complete()
    {
        _registration.Unregister();
        if (_failure is not null)
        {
            _completion.SetException(_failure);
        }
        else
        {
            _completion.SetResult(_result!);
        }
    }

    private void End()
    {
        if (Interlocked.CompareExchange(ref _state, Ended, Waiting) == Waiting)
        {
            _completion.SetCanceled(_token);
        }
    }
}
