using HelpDesk.Email.Pipeline;

namespace HelpDesk.Email.Processing;

/// <summary>How long the present action of a row takes: after its time it is told to stop, and given up if it does not. Safe on any thread.</summary>
/// <remarks>
/// Time is counted in beats and not by the clock: a process that was stopped for an hour, and a machine that slept, lose one
/// beat by it, and no mail is blamed.
/// </remarks>
internal sealed class RowWatch(TimeSpan atMost) : IDisposable
{
    /// <summary>The pause between two beats.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private const int Patience = 10;

    private readonly Lock _lock = new();
    private readonly int _allowed = (int)Math.Ceiling(atMost / Beat);
    private CancellationTokenSource? _source;
    private bool _isActing;
    private int _beats;

    /// <summary>What is done at the moment: the name of a step, of a call or of an action.</summary>
    public StepInHand InHand { get; } = new();

    /// <summary>How long an action may take.</summary>
    public TimeSpan AtMost => atMost;

    /// <summary>Whether the action was told to stop because its time was over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the action was given up: what it gives counts no more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>An action begins.</summary>
    /// <returns>What tells it to stop.</returns>
    public CancellationToken Begin(string inHand, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_source is null or { IsCancellationRequested: true })
            {
                _source?.Dispose();
                _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
            }

            // The next beat may be a moment away: it counts nothing yet.
            (_isActing, _beats, IsOver, InHand.Name) = (true, -1, false, inHand);
            return _source.Token;
        }
    }

    /// <summary>The action ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isActing = false;
        }
    }

    /// <summary>A beat passed.</summary>
    /// <param name="isStopping">Whether the host stops: then the action was told so already.</param>
    public RowPace Count(bool isStopping)
    {
        lock (_lock)
        {
            if (!_isActing || IsLost)
            {
                return RowPace.Usual;
            }

            _beats++;
            if (isStopping && !IsOver)
            {
                (IsOver, _beats) = (true, _allowed);
            }

            if (_beats >= _allowed && !IsOver)
            {
                IsOver = true;

                // What the host's code does at once when it is told to stop keeps nobody here.
                _ = _source!.CancelAsync();
            }

            IsLost = _beats >= _allowed + Math.Min(_allowed, Patience);
            return IsLost ? RowPace.Lost : _beats >= Math.Min(_allowed, Patience) ? RowPace.Slow : RowPace.Usual;
        }
    }

    public void Dispose() => _source?.Dispose();
}
