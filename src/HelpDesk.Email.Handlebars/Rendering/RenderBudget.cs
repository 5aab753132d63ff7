using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Ends a rendering that takes too long, writes too much, or is no longer wanted.</summary>
internal sealed class RenderBudget
{
    private const int StepsBetweenLooks = 32;

    private readonly string _template;
    private readonly RenderLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly long _start;
    private int _steps;

    public RenderBudget(string template, RenderLimits limits, TimeProvider time, CancellationToken cancellationToken)
    {
        _template = template;
        _limits = limits;
        _time = time;
        _cancellationToken = cancellationToken;
        _start = time.GetTimestamp();
    }

    /// <summary>Called at each step; looks at the clock at each 32nd.</summary>
    public void Spend(int charactersSoFar)
    {
        if (charactersSoFar > _limits.MaxCharacters)
        {
            throw new TemplateException($"Template '{_template}' writes more than {_limits.MaxCharacters:N0} characters.", _template);
        }

        if (++_steps % StepsBetweenLooks == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_time.GetElapsedTime(_start) > _limits.MaxTime)
            {
                throw new TemplateException($"Template '{_template}' takes longer than {_limits.MaxTime.TotalSeconds:0.#} seconds.", _template);
            }
        }
    }
}
