from django.db import migrations, models

from svod.register.beside import AddIndexBeside


class Migration(migrations.Migration):
    """Indexes that pages of a large register need, built beside those who write."""

    atomic = False

    dependencies = [
        ('register', '0004_kept_sums'),
    ]

    operations = [
        AddIndexBeside(
            model_name='activity',
            index=models.Index(fields=['campaign', 'region', 'kind'], name='activity_by_cell'),
        ),
        AddIndexBeside(
            model_name='activity',
            index=models.Index(condition=models.Q(('state', 'draft')), fields=['campaign', 'confidence'], name='activity_uncertain'),
        ),
        AddIndexBeside(
            model_name='activity',
            index=models.Index(condition=models.Q(('question', ''), _negated=True), fields=['campaign'], name='activity_asked'),
        ),
        AddIndexBeside(
            model_name='resemblance',
            index=models.Index(fields=['decision'], name='resemblance_by_decision'),
        ),
        AddIndexBeside(
            model_name='submission',
            index=models.Index(fields=['campaign', '-received_at', '-id'], name='submission_by_receipt'),
        ),
        AddIndexBeside(
            model_name='submission',
            index=models.Index(fields=['campaign', 'organisation', 'received_at'], name='submission_first_of'),
        ),
        AddIndexBeside(
            model_name='submission',
            index=models.Index(
                condition=models.Q(('nothing_held', []), _negated=True),
                fields=['campaign', 'organisation'],
                name='submission_denying',
            ),
        ),
    ]
