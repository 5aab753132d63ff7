using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Email.Inbound;

/// <summary>The steps in run order; a host changes the list before the engine starts.</summary>
/// <remarks>Not thread-safe; changes after the start have no effect.</remarks>
public sealed class InboundPipeline
{
    private readonly List<Type> _steps = [];

    /// <summary>The steps in run order.</summary>
    public IReadOnlyList<Type> Steps => _steps;

    /// <summary>Adds a step at the end.</summary>
    /// <exception cref="InvalidOperationException">The step is there already.</exception>
    public InboundPipeline Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStep>()
        where TStep : class, IInboundStep
    {
        EnsureAbsent(typeof(TStep));
        _steps.Add(typeof(TStep));
        return this;
    }

    /// <summary>Puts a step before another one.</summary>
    /// <exception cref="InvalidOperationException">The other step is not there, or the new one is.</exception>
    public InboundPipeline InsertBefore<TStep, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNew>()
        where TStep : class, IInboundStep
        where TNew : class, IInboundStep => Insert(typeof(TStep), typeof(TNew), 0);

    /// <summary>Puts a step behind another one.</summary>
    /// <exception cref="InvalidOperationException">The other step is not there, or the new one is.</exception>
    public InboundPipeline InsertAfter<TStep, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNew>()
        where TStep : class, IInboundStep
        where TNew : class, IInboundStep => Insert(typeof(TStep), typeof(TNew), 1);

    /// <summary>Puts a step in the place of another one.</summary>
    /// <exception cref="InvalidOperationException">The other step is not there, or the new one is.</exception>
    public InboundPipeline Replace<TStep, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNew>()
        where TStep : class, IInboundStep
        where TNew : class, IInboundStep
    {
        EnsureAbsent(typeof(TNew));
        _steps[IndexOf(typeof(TStep))] = typeof(TNew);
        return this;
    }

    private InboundPipeline Insert(Type step, Type added, int offset)
    {
        EnsureAbsent(added);
        _steps.Insert(IndexOf(step) + offset, added);
        return this;
    }

    private int IndexOf(Type step)
    {
        var index = _steps.IndexOf(step);
        return index >= 0
            ? index
            : throw new InvalidOperationException($"The pipeline has no {step.Name}. It has: {string.Join(", ", _steps.Select(s => s.Name))}.");
    }

    private void EnsureAbsent(Type step)
    {
        if (_steps.Contains(step))
        {
            throw new InvalidOperationException($"{step.Name} is in the pipeline already.");
        }
    }
}
