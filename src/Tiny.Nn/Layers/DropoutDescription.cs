using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Layers;

/// <summary>Sets a share of the units to 0 in each training step.</summary>
/// <param name="Rate">The share, in [0, 1).</param>
public sealed record DropoutDescription(double Rate) : LayerDescription
{
    internal const string Name = "dropout";
    private const string ScheduleName = "schedule";

    /// <summary>The share of units that a step sets to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Rate
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Rate);

    /// <summary>What the share is multiplied by as training goes on.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings =>
        Schedule == LearningRateSchedule.Constant
            ? [new("rate", Rate)]
            : [new("rate", Rate), new(ScheduleName, Schedule.Name)];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static DropoutDescription Read(LayerSettings settings) =>
        new(settings.Number(Name))
        {
            Schedule = settings.OptionalText(ScheduleName) is { } text
                ? LearningRateSchedule.Parse(text)
                : LearningRateSchedule.Constant,
        };

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new Dropout<T>(inputs, Rate) { Schedule = Schedule };

    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) { }
}
